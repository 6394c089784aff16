import { useController, usePlayground } from '../../../app/context';
import { attempt } from '../../../app/refusal';
import { useMessages } from '../../../i18n/useMessages';

const learners = ['discriminator', 'generator', 'both'] as const;

/** One step by hand, of one network or of both, whoever learns otherwise. */
export function StepButtons() {
  const { genView: words } = useMessages();
  const controller = useController();
  const loading = usePlayground((state) => state.phase === 'loading');
  return (
    <div className="gen-steps" role="group" aria-label={words.steps}>
      {learners.map((learns) => (
        <button
          key={learns}
          type="button"
          className="quiet"
          title={words.stepHelp[learns]}
          onClick={() => {
            if (!loading) attempt(controller.step(1, learns));
          }}
        >
          {words.stepOf[learns]}
        </button>
      ))}
    </div>
  );
}
