import { useEffect, useState } from 'react';
import { useController, usePlayground } from '../../../app/context';
import { useMessages } from '../../../i18n/useMessages';
import { Toggle } from '../../../views/Toggle';

/** Whether the average of the generator over the steps is shown, or the generator as it is now. */
export function AverageToggle() {
  const { genView: words } = useMessages();
  const controller = useController();
  const run = usePlayground((state) => state.run);
  const averages = usePlayground(({ config }) => config.family === 'gen' && config.train.ema > 0);
  const [averaged, setAveraged] = useState(true);
  useEffect(() => {
    if (run?.config.family === 'gen') controller.look({ shows: averaged ? 'average' : 'current' });
  }, [controller, run, averaged]);
  if (!averages) return null;
  return <Toggle label={words.averaged} help={words.averagedHelp} checked={averaged} onChange={setAveraged} />;
}
