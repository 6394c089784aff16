import type { ReactNode } from 'react';
import { useMessages } from '../../../i18n/useMessages';
import { MarkSample } from '../../../views/MarkSample';

interface Props {
  readonly showTest: boolean;
  readonly children?: ReactNode;
}

/** The legend of plots whose marks tell only training from test. */
export function SplitLegend({ showTest, children }: Props) {
  const { view: words } = useMessages();
  return (
    <div className="view-legend">
      {children}
      <span>
        <MarkSample shape="circle" colour="var(--accent)" />
        {words.training}
      </span>
      {showTest && (
        <span>
          <MarkSample shape="diamond" colour="var(--test)" />
          {words.test}
        </span>
      )}
    </div>
  );
}
