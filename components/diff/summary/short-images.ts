/** `repo:1.4.2@sha256:…` → repo, tag and digest. */
function parse(image: string): { repository: string; tag: string; digest: string } {
  const [name = '', digest = ''] = image.split('@');
  const colon = name.lastIndexOf(':');
  const hasTag = colon > name.lastIndexOf('/');
  return {
    repository: hasTag ? name.slice(0, colon) : name,
    tag: hasTag ? name.slice(colon + 1) : '',
    digest,
  };
}

/** The part of two images that differs: tags of one repository, else digests (7 characters), else the whole names. */
export function shortImages(before: string, after: string): { from: string; to: string } {
  const a = parse(before);
  const b = parse(after);
  if (a.repository !== b.repository) return { from: before, to: after };
  if (a.tag !== b.tag && a.tag && b.tag) return { from: a.tag, to: b.tag };
  if (a.tag !== b.tag) return { from: a.tag || shortDigest(a.digest), to: b.tag || shortDigest(b.digest) };
  return { from: shortDigest(a.digest), to: shortDigest(b.digest) };
}

function shortDigest(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, 7);
}
