import './tokens.css';
import './base.css';
import './layout.css';
import './overlays.css';
import '../controls/controls.css';
import { type ComponentType, lazy, Suspense } from 'react';
import type { FamilyId } from '../families';
import { View as NetView } from '../families/net/View';
import { useMessages } from '../i18n/useMessages';
import { DataPanel } from '../panels/DataPanel';
import { ModelPanel } from '../panels/ModelPanel';
import { TakeAwayPanel } from '../panels/TakeAwayPanel';
import { TrainingPanel } from '../panels/TrainingPanel';
import { usePlayground } from './context';
import { DropTarget } from './DropTarget';
import { ErrorBoundary } from './ErrorBoundary';
import { FailureBanner } from './FailureBanner';
import { Header } from './header/Header';
import { HelpDialog } from './header/HelpDialog';
import { Notices } from './Notices';
import { Transport } from './transport/Transport';
import { useDocument } from './useDocument';
import { useShortcuts } from './useShortcuts';

const ChartsPanel = lazy(async () => ({ default: (await import('../charts/ChartsPanel')).ChartsPanel }));

const RecView = lazy(async () => ({ default: (await import('../families/rec/View')).View }));

const GenView = lazy(async () => ({ default: (await import('../families/gen/View')).View }));

const views: Readonly<Record<FamilyId, ComponentType>> = { net: NetView, rec: RecView, gen: GenView };

/** The page: header, transport, and three columns with what is set, what is seen and what is measured. */
export function App() {
  const { app } = useMessages();
  // While another family's run is being built, the run before is still there to be seen.
  const family = usePlayground((state) => state.run?.config.family ?? state.config.family);
  const View = views[family];
  useDocument();
  useShortcuts();
  return (
    <div className="app">
      <a className="skip" href="#view">
        {app.skip}
      </a>
      <Header />
      <Transport />
      <main className="page">
        <FailureBanner />
        <div className="column settings">
          <ErrorBoundary>
            <DataPanel />
            <ModelPanel />
            <TrainingPanel />
          </ErrorBoundary>
        </div>
        <div className="column view" id="view" tabIndex={-1}>
          <ErrorBoundary>
            <Suspense fallback={null}>
              <View />
            </Suspense>
          </ErrorBoundary>
        </div>
        <div className="column results">
          <ErrorBoundary>
            <Suspense fallback={<section className="charts-loading">{app.loadingCharts}</section>}>
              <ChartsPanel />
            </Suspense>
          </ErrorBoundary>
          <TakeAwayPanel />
        </div>
      </main>
      <Notices />
      <DropTarget />
      <HelpDialog />
    </div>
  );
}
