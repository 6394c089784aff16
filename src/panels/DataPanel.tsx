import './panels.css';
import type { ComponentType } from 'react';
import { usePlayground } from '../app/context';
import { formatSteps } from '../charts/figures';
import type { FamilyId } from '../families';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import { GenData } from './GenData';
import { NetData } from './NetData';
import { Panel } from './Panel';
import { RecData } from './RecData';
import { SeedControl } from './SeedControl';

const contents: Readonly<Record<FamilyId, ComponentType>> = { net: NetData, rec: RecData, gen: GenData };

/** What the network learns from. */
export function DataPanel() {
  const { panels } = useMessages();
  const Content = contents[usePlayground((state) => state.config.family)];
  const run = usePlayground((state) => state.run);
  const hint =
    run && formatMessage(panels.examples, { train: formatSteps(run.trainCount), test: formatSteps(run.testCount) });
  return (
    <Panel id="data" title={panels.data} hint={hint}>
      <Content />
      <SeedControl />
    </Panel>
  );
}
