/**
 * What a person calls the version: the tag of the image that is named like the application, else of the first image, else
 * the chart's version, else the short commit. Without a leading "v".
 */
export function versionOf(facts: {
  name: string;
  images: string[];
  chart: string;
  targetRevision: string;
  revision: string;
}): string {
  const main = facts.images.find((image) => facts.name.includes(nameOf(image))) ?? facts.images[0];
  const tag = main ? tagOf(main) : '';
  if (tag) return plain(tag);
  if (facts.chart) return plain(facts.revision || facts.targetRevision);
  return /^[0-9a-f]{40}$/.test(facts.revision) ? facts.revision.slice(0, 7) : plain(facts.revision);
}

/** `ghcr.io/shop/web:1.4@sha256:…` → `web`. */
function nameOf(image: string): string {
  return (image.split('@')[0]?.split('/').at(-1) ?? '').split(':')[0] ?? image;
}

function tagOf(image: string): string {
  const [named = '', digest] = image.split('@');
  const last = named.split('/').at(-1) ?? '';
  const tag = last.includes(':') ? last.slice(last.indexOf(':') + 1) : '';
  return tag || (digest ? digest.replace(/^sha256:/, '').slice(0, 7) : '');
}

const plain = (version: string) => version.replace(/^v(?=\d)/, '');
