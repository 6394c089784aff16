import { decodeUrl, encodeUrl } from '../config/url';
import type { Config } from '../families';
import { toProblem } from '../problem';
import type { Controller } from './controller';
import { notify } from './notices';
import { playgroundStore } from './playground';

/** Changes within this time are one step back, not many. */
const settleTime = 400;

/** Follows a link: what is malformed is left at its default and reported. */
export function readLink(): ReturnType<typeof decodeUrl>['config'] {
  const { config, problems } = decodeUrl(location.hash);
  for (const problem of problems) notify('warning', problem.toData());
  return config;
}

/** The address of this page with a config. */
function addressOf(config: Config): string {
  const fragment = encodeUrl(config);
  return fragment ? `#${fragment}` : location.pathname + location.search;
}

/** Keeps the address in step with the config, so that it can be copied, reloaded and gone back from. */
export function syncLink(controller: Controller): void {
  let timer = 0;
  let following = false;
  playgroundStore.subscribe(({ config }, before) => {
    if (config === before.config || following) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const { config: settled } = playgroundStore.getState();
      if (encodeUrl(settled) !== location.hash.replace(/^#/, '')) history.pushState(null, '', addressOf(settled));
    }, settleTime);
  });
  window.addEventListener('popstate', () => {
    clearTimeout(timer);
    following = true;
    controller
      .configure(readLink())
      .catch((error: unknown) => {
        notify('problem', toProblem(error).toData());
        history.replaceState(null, '', addressOf(playgroundStore.getState().config));
      })
      .finally(() => {
        following = false;
      });
  });
}
