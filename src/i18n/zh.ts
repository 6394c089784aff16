import { backends } from './backends.zh';
import { charts } from './charts.zh';
import type { Messages } from './en';
import { genView } from './genView.zh';
import { app, chips, help, noticeActions, transport } from './page.zh';
import { panels } from './panels.zh';
import { presets } from './presets.zh';
import { problems } from './problems.zh';
import { recView } from './recView.zh';
import { settings } from './settings.zh';
import { view } from './view.zh';

export const zh = {
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
} satisfies Messages;
