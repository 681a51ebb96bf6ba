/** How a client wants objects: as they are, as rows of a table, or their metadata only. */
export type Representation = 'object' | 'table' | 'metadata';

/** Only JSON is spoken; a client that prefers protobuf gets JSON, too. The first alternative that is known wins. */
export function negotiate(accept: string | undefined): Representation {
  for (const alternative of (accept ?? '').split(',')) {
    const parameters = new Map(
      alternative.split(';').map((part): [string, string] => {
        const [key = '', value = ''] = part.trim().split('=');
        return [key, value];
      }),
    );
    const as = parameters.get('as');
    if (as === 'Table' && parameters.get('v') === 'v1') return 'table';
    if (
      (as === 'PartialObjectMetadata' || as === 'PartialObjectMetadataList') &&
      parameters.get('v') === 'v1'
    )
      return 'metadata';
    if (as === undefined && /json|yaml|\*\/\*/.test(alternative)) return 'object';
  }
  return 'object';
}
