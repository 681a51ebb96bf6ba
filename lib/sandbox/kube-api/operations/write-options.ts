export interface WriteOptions {
  dryRun: boolean;
  fieldManager: string;
  fieldValidation: 'Ignore' | 'Warn' | 'Strict';
  subresource?: 'status' | 'scale' | 'finalize' | 'approval';
  /** Receives what the API server sends as `Warning` headers. */
  warnings: string[];
}

/** Where an object is, in the terms of the URL. */
export interface ObjectAddress {
  namespace: string;
  name: string;
}
