import { useState } from 'react';
import { type FamilyId, families, familyIds } from '../../families';
import { useMessages } from '../../i18n/useMessages';
import { useController, usePlayground } from '../context';
import { attempt } from '../refusal';

/** One tab for every family in the registry. */
export function FamilyTabs() {
  const { app } = useMessages();
  const controller = useController();
  const current = usePlayground((state) => state.config.family);
  const [coming, setComing] = useState<FamilyId | null>(null);
  // The first preset of a family is its defaults; as a preset, it keeps the run that is left for Undo.
  const change = (family: FamilyId) => {
    const [first] = families[family].presets;
    if (family === current || !first) return;
    setComing(family);
    attempt(controller.preset(first.id).finally(() => setComing(null)));
  };
  return (
    <nav className="family-tabs" aria-label={app.familyTabs}>
      {familyIds.map((family) => (
        <button
          key={family}
          type="button"
          aria-current={family === current ? 'page' : undefined}
          aria-busy={family === coming}
          onClick={() => change(family)}
        >
          {app.families[family].title}
          <small>{app.families[family].about}</small>
        </button>
      ))}
    </nav>
  );
}
