import { Component, type ReactNode } from 'react';
import type { Messages } from '../i18n/en';
import { useMessages } from '../i18n/useMessages';

interface BoundaryProps {
  readonly words: Messages['app'];
  readonly children: ReactNode;
}

class Boundary extends Component<BoundaryProps, { readonly error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    const { words, children } = this.props;
    if (!error) return children;
    return (
      <section className="broken" role="alert">
        <h2>{words.broken}</h2>
        <p>{words.brokenHint}</p>
        <p>
          <code>{error.message}</code>
        </p>
        <div className="actions">
          <button type="button" className="quiet primary" onClick={() => this.setState({ error: null })}>
            {words.showAgain}
          </button>
          <button type="button" className="quiet" onClick={() => window.location.reload()}>
            {words.reload}
          </button>
        </div>
      </section>
    );
  }
}

/** Keeps a fault in one part of the page from taking the others with it. */
export function ErrorBoundary({ children }: { readonly children: ReactNode }) {
  const { app } = useMessages();
  return <Boundary words={app}>{children}</Boundary>;
}
