export interface YamlText {
  text: string;
  /** Line of the file on which the document starts, from 1. */
  line: number;
  /** Position among all documents of the file, from 1. */
  index: number;
}

/** Cuts a file at its `---` lines. Column 0 never holds `---` inside a document. */
export function splitDocuments(text: string): YamlText[] {
  const documents: YamlText[] = [];
  let start = 0;
  let line = 1;
  const push = (end: number) => {
    const part = text.slice(start, end);
    documents.push({ text: part, line, index: documents.length + 1 });
  };
  for (const marker of text.matchAll(/^---(?=\s|$)/gm)) {
    if (/\S/.test(text.slice(start, marker.index)) || start > 0) push(marker.index);
    line += count(text, start, marker.index);
    // The marker's own line may carry content (`--- {a: 1}`), so only the dashes are left out.
    start = marker.index + 3;
  }
  push(text.length);
  return documents.filter((each) => /\S/.test(each.text));
}

function count(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
