import type { Locale as ProductLocale } from './locales';
import type activity from './en/activity.json';
import type application from './en/application.json';
import type apps from './en/apps.json';
import type common from './en/common.json';
import type overview from './en/overview.json';
import type settings from './en/settings.json';
import type shell from './en/shell.json';
import type status from './en/status.json';

declare module 'next-intl' {
  interface AppConfig {
    Locale: ProductLocale;
    Messages: {
      activity: typeof activity;
      application: typeof application;
      apps: typeof apps;
      common: typeof common;
      overview: typeof overview;
      settings: typeof settings;
      shell: typeof shell;
      status: typeof status;
    };
  }
}
