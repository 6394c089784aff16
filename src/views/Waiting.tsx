import { useMessages } from '../i18n/useMessages';

/** Stands where the first picture will be. */
export function Waiting() {
  const { view: words } = useMessages();
  return <p className="view-waiting">{words.waiting}</p>;
}
