'use client';

import { useTranslations } from 'next-intl';
import { PartialNotice } from '@/components/ui/feedback/partial-notice';
import { rich } from '@/components/ui/text/rich';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import { useFreshness } from '@/lib/client/stream/live-provider';

/** Which clusters do not answer, and since when; the rest of the page stays usable. Nothing while all answer. */
export function ClusterNotice() {
  const t = useTranslations('status.clusters');
  const words = useTimeWords();
  const { quietClusters, loaded } = useFreshness();
  const quiet = quietClusters.filter((cluster) => cluster.state !== 'connecting');
  const [first] = quiet;
  if (!loaded || !first) return null;
  const names = quiet.map((cluster) => cluster.name).join(', ');
  const since = words.moment(new Date(first.since));
  return <PartialNotice>{t.rich('quiet', { ...rich, count: quiet.length, names, since })}</PartialNotice>;
}
