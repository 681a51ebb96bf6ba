export const YAML_PARTS = ['space', 'punctuation', 'key', 'value'] as const;
export type YamlPart = (typeof YAML_PARTS)[number];

const KEYED = /^(\s*)((?:- )*)("(?:[^"\\]|\\.)*"|[\w./-]+)(:)(?:( )(.*))?$/;
const PLAIN = /^(\s*)((?:- )*)(.*)$/;

/** Splits a printed line into indentation, dashes, key and value: keys are ink, values are code, the rest is quiet. */
export function yamlParts(text: string): { part: YamlPart; text: string }[] {
  const keyed = KEYED.exec(text);
  const [, space = '', dashes = '', rest = ''] = keyed ?? PLAIN.exec(text) ?? [];
  const parts: { part: YamlPart; text: string }[] = [
    { part: 'space', text: space },
    { part: 'punctuation', text: dashes },
  ];
  if (keyed) {
    parts.push(
      { part: 'key', text: rest },
      { part: 'punctuation', text: `${keyed[4] ?? ''}${keyed[5] ?? ''}` },
    );
    parts.push({ part: 'value', text: keyed[6] ?? '' });
  } else parts.push({ part: 'value', text: rest });
  return parts.filter((part) => part.text !== '');
}
