import { PEOPLE, type HistoryCommit } from '../git/commit-history';
import { BROKEN_FOLDER, HEALTHY_FOLDERS, TROUBLED_FOLDERS } from './example-folders';

const { ada, jonas, malik, omar, ines } = PEOPLE;

const README = {
  'README.md':
    '# Platform\n\nWhat runs beside the shop. Some of it is broken on purpose: it shows what trouble looks like.\n',
};
const LOYALTY_BEFORE = {
  'loyalty/app.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: loyalty\ndata:\n  points: "1"\n',
};

/** The platform's repository up to `now`. */
export function examplesHistory(now: Date): HistoryCommit[] {
  const at = (hoursAgo: number) => new Date(now.getTime() - hoursAgo * 3_600_000);
  const first = { ...README, ...HEALTHY_FOLDERS };
  const second = { ...first, ...TROUBLED_FOLDERS, ...LOYALTY_BEFORE };
  const edge = (HEALTHY_FOLDERS['edge-proxy/proxy.yaml'] ?? '').replace('1.31.2', '1.31.3');
  const third = { ...second, 'edge-proxy/proxy.yaml': edge };
  return [
    { author: ada, date: at(420), message: 'Observability, databases and the edge', files: first },
    {
      author: jonas,
      date: at(210),
      message: 'Import, reports and warehouse',
      files: second,
      tags: ['platform-2026.11'],
    },
    { author: malik, date: at(52), message: 'edge-proxy 1.31.3', files: third },
    {
      author: omar,
      date: at(6),
      message: 'Tiers for the loyalty programme',
      files: { ...third, ...BROKEN_FOLDER },
    },
    {
      author: ines,
      date: at(2),
      message: 'Describe the folders',
      files: { ...third, ...BROKEN_FOLDER, ...DESCRIBED },
    },
  ];
}

const DESCRIBED = {
  'README.md': `${README['README.md']}\nEach folder is one Application; they are declared in the shop's repository under \`argo/apps\`.\n`,
};
