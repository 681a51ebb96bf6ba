import { AdapterError } from '@/lib/engine/ports/adapter-error';

interface Rule {
  pattern: RegExp;
  retry: 'retryable' | 'terminal';
  reason: string;
  message?: string;
}

const RULES: Rule[] = [
  {
    pattern:
      /Authentication failed|could not read (Username|Password)|HTTP Basic: Access denied|returned error: 40[13]/i,
    retry: 'terminal',
    reason: 'AuthenticationRequired',
    message: 'authentication required: the repository refused the credentials, or there are none for it',
  },
  {
    pattern: /Permission denied \(|Load key .* invalid format/i,
    retry: 'terminal',
    reason: 'AuthenticationRequired',
    message: 'authentication required: the SSH key was refused',
  },
  {
    pattern: /Host key verification failed|No .*host key is known/i,
    retry: 'terminal',
    reason: 'HostKeyUnknown',
    message: 'the SSH host key is not known: add it to argocd-ssh-known-hosts-cm',
  },
  {
    pattern: /not found|does not exist|does not appear to be a git repository|returned error: 404/i,
    retry: 'terminal',
    reason: 'RepositoryNotFound',
    message: 'repository not found',
  },
  {
    pattern:
      /Could not resolve host|Connection (refused|timed out|reset)|unable to access|early EOF|returned error: 5\d\d|Operation timed out/i,
    retry: 'retryable',
    reason: 'Unreachable',
  },
  {
    pattern: /No space left on device/i,
    retry: 'retryable',
    reason: 'DiskFull',
    message: 'no space left on the disk that holds the repository mirrors',
  },
];

/** What git adds to every failure of a transport. */
const ADVICE =
  /^(Please make sure you have the correct access rights|and the repository exists|Could not read from remote repository)/;

/** git's exit → an error whose first words say what is wrong, with git's own words behind them. */
export function classifyGitError(stderr: string, args: string[]): AdapterError {
  const rule = RULES.find((each) => each.pattern.test(stderr));
  const words =
    stderr
      .replace(/^(fatal|error|remote): /gm, '')
      .split('\n')
      .filter((line) => line !== '' && !ADVICE.test(line))
      .slice(-3)
      .join('; ') || `git ${args[0] ?? ''} failed`;
  if (!rule) return new AdapterError(words, { retry: 'retryable', reason: 'GitFailed' });
  return new AdapterError(rule.message ? `${rule.message} (${words})` : words, {
    retry: rule.retry,
    reason: rule.reason,
  });
}
