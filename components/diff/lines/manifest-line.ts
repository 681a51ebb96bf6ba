/** One line of a manifest as the page prints it; `path` is the JSON pointer of the field it belongs to. */
export interface ManifestLine {
  text: string;
  path: string;
}
