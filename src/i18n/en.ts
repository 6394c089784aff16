import { backends } from './backends.en';
import { charts } from './charts.en';
import { genView } from './genView.en';
import { app, chips, help, noticeActions, transport } from './page.en';
import { panels } from './panels.en';
import { presets } from './presets.en';
import { problems } from './problems.en';
import { recView } from './recView.en';
import { settings } from './settings.en';
import { view } from './view.en';

export const en = {
  problems,
  app,
  backends,
  noticeActions,
  help,
  transport,
  chips,
  panels,
  presets,
  settings,
  view,
  recView,
  genView,
  charts,
};

type Widen<T> = T extends string ? string : { readonly [K in keyof T]: Widen<T[K]> };
/** The shape every language fulfils. */
export type Messages = Widen<typeof en>;
