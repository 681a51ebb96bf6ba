/** Credentials of a repository, as Argo CD's repository Secrets hold them. */
export interface RepositoryCredentials {
  username?: string;
  /** Password or HTTPS token. */
  password?: string;
  sshPrivateKey?: string;
  /** `known_hosts` lines; SSH is refused without a matching one unless `insecure`. */
  knownHosts?: string;
  insecure?: boolean;
}

export interface CommitInfo {
  sha: string;
  author: { name: string; email: string; date: string };
  committer: { name: string; email: string; date: string };
  message: string;
  parents: string[];
  tags: string[];
}

export interface TreeEntry {
  /** Path from the repository's root, without leading slash. */
  path: string;
  type: 'blob' | 'tree' | 'symlink' | 'submodule';
  /** Object id of the blob or tree: the content's key. */
  oid: string;
  /** Bytes; 0 for trees. */
  size: number;
}

/** One repository behind one bare mirror. Addresses: `file://`, `https://`, `ssh://`, scp-like. */
export interface GitRepository {
  readonly url: string;
  /** Brings the mirror up to date. Concurrent calls share one fetch. */
  fetch(signal?: AbortSignal): Promise<void>;
  /** All refs with their (peeled) commits, from the remote (`ls-remote`), without fetching. */
  listRefs(signal?: AbortSignal): Promise<{ name: string; sha: string }[]>;
  /** Branch, tag, semver range, SHA, `refs/…`, HEAD or '' → commit SHA. Fetches when needed. */
  resolveRevision(revision: string, options?: { refresh?: boolean }, signal?: AbortSignal): Promise<string>;
  /** Object id of the tree or blob at a path of a commit; undefined where there is none. '' is the root. */
  objectAt(
    sha: string,
    path: string,
    signal?: AbortSignal,
  ): Promise<{ oid: string; type: 'blob' | 'tree' | 'symlink' | 'submodule' } | undefined>;
  listTree(
    sha: string,
    path: string,
    options: { recursive: boolean },
    signal?: AbortSignal,
  ): Promise<TreeEntry[]>;
  /** The bytes of many blobs in one go, in order of `oids`. */
  readBlobs(oids: readonly string[], signal?: AbortSignal): Promise<Buffer[]>;
  readFile(sha: string, path: string, signal?: AbortSignal): Promise<Buffer | undefined>;
  commitInfo(sha: string, signal?: AbortSignal): Promise<CommitInfo>;
  log(
    options: { from?: string; to: string; paths?: string[]; limit: number },
    signal?: AbortSignal,
  ): Promise<CommitInfo[]>;
  /** A read-only working tree of the commit for tools that need files; shared and reference-counted. */
  checkout(sha: string, signal?: AbortSignal): Promise<{ directory: string; release(): Promise<void> }>;
}

/** Hands out repositories; the same address (normalised) is the same mirror. */
export interface GitRepositories {
  open(url: string, credentials?: RepositoryCredentials): Promise<GitRepository>;
}
