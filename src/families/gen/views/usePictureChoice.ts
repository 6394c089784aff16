import { useCallback, useState } from 'react';

/** A picture that was chosen: of those that stay, by its place; of the fresh ones, as it was. */
type Chosen =
  | { readonly of: 'fixed'; readonly place: number }
  | { readonly of: 'fresh'; readonly place: number; readonly picture: Uint8Array };

interface Walk {
  readonly from: number;
  readonly to: number;
}

/** Which picture is looked at, and from which to which a way leads. @param width numbers in a picture */
export function usePictureChoice(fresh: Uint8Array | undefined, width: number) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [walk, setWalk] = useState<Walk | null>(null);
  /** Whether the next picture that is chosen is where the way leads. */
  const [walking, setWalking] = useState(false);

  const startWalk = useCallback((from: number, to: number) => {
    setWalking(false);
    setWalk({ from, to });
  }, []);
  const chooseFixed = useCallback(
    (place: number) => {
      if (walking && chosen?.of === 'fixed' && chosen.place !== place) startWalk(chosen.place, place);
      else setChosen({ of: 'fixed', place });
    },
    [walking, chosen, startWalk],
  );
  const chooseFresh = useCallback(
    (place: number) => {
      setWalking(false);
      if (fresh) setChosen({ of: 'fresh', place, picture: fresh.slice(place * width, (place + 1) * width) });
    },
    [fresh, width],
  );
  return { chosen, walk, walking, setWalking, startWalk, chooseFixed, chooseFresh };
}
