import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { ControllerProvider } from './app/context';
import { createPlayground, type Playground } from './scripting/createPlayground';
import { createController } from './store/createController';
import { readLink, syncLink } from './store/linkSync';
import { report } from './store/notices';
import { playgroundStore } from './store/playground';

declare global {
  interface Window {
    playground: Playground;
  }
}

playgroundStore.setState({ config: readLink() });
const controller = createController();
window.playground = createPlayground(controller);
syncLink(controller);
void report(controller.open());

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <ControllerProvider value={controller}>
      <App />
    </ControllerProvider>,
  );
}
