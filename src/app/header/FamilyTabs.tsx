import { familyIds } from '../../families';
import { useMessages } from '../../i18n/useMessages';
import { useController, usePlayground } from '../context';
import { attempt } from '../refusal';

/** One tab for every family in the registry. */
export function FamilyTabs() {
  const { app } = useMessages();
  const controller = useController();
  const current = usePlayground((state) => state.config.family);
  return (
    <nav className="family-tabs" aria-label={app.familyTabs}>
      {familyIds.map((family) => (
        <button
          key={family}
          type="button"
          aria-current={family === current ? 'page' : undefined}
          onClick={() => {
            if (family !== current) attempt(controller.configure({ family }));
          }}
        >
          {app.families[family].title}
          <small>{app.families[family].about}</small>
        </button>
      ))}
    </nav>
  );
}
