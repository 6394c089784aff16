import { usePlayground } from '../app/context';
import { useMessages } from '../i18n/useMessages';

/** Stands where the first picture will be. */
export function Waiting() {
  const { view: words } = useMessages();
  const failed = usePlayground((state) => state.phase === 'failed');
  return <p className="view-waiting">{failed ? words.nothing : words.waiting}</p>;
}
