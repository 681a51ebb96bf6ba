import type { Locale as ProductLocale } from './locales';
import type activity from './en/activity.json';
import type application from './en/application.json';
import type apps from './en/apps.json';
import type common from './en/common.json';
import type diff from './en/diff.json';
import type events from './en/events.json';
import type history from './en/history.json';
import type logs from './en/logs.json';
import type node from './en/node.json';
import type overview from './en/overview.json';
import type settings from './en/settings.json';
import type shell from './en/shell.json';
import type status from './en/status.json';
import type sync from './en/sync.json';
import type tree from './en/tree.json';
import type windows from './en/windows.json';

declare module 'next-intl' {
  interface AppConfig {
    Locale: ProductLocale;
    Messages: {
      activity: typeof activity;
      application: typeof application;
      apps: typeof apps;
      common: typeof common;
      diff: typeof diff;
      events: typeof events;
      history: typeof history;
      logs: typeof logs;
      node: typeof node;
      overview: typeof overview;
      settings: typeof settings;
      shell: typeof shell;
      status: typeof status;
      sync: typeof sync;
      tree: typeof tree;
      windows: typeof windows;
    };
  }
}
