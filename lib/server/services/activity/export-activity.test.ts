import { describe, expect, it } from 'vitest';
import type { ActivityEntry } from '@/lib/contracts/platform/activity';
import { testRuntime } from '../../__fixtures__/test-runtime';
import { writeAuditEntry } from '../audit-entry';
import { toCsv } from './export-activity';
import { allActivity } from './list-activity';

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('the export of the activity', () => {
  it('holds every entry, page after page, newest first', async () => {
    const { context } = testRuntime();
    const target = {
      kind: 'Application',
      namespace: 'argocd',
      name: 'shop',
      project: '',
      permissionObject: '',
    };
    for (let count = 0; count < 1_100; count += 1)
      await writeAuditEntry(context, `applications.${count}`, target, { result: 'allowed' });
    const seen: string[] = [];
    for await (const entry of allActivity(context, { limit: 100 }, context.signal)) seen.push(entry.action);
    expect(seen).toHaveLength(1_100);
    expect(seen[0]).toBe('applications.1099');
  });

  it('quotes CSV and lets no cell be a formula', async () => {
    const entry: ActivityEntry = {
      id: '1',
      at: '2026-11-24T12:00:00Z',
      actor: '=HYPERLINK("http://evil")',
      actorKind: 'user',
      action: 'applications.sync',
      object: { kind: 'Application', namespace: 'argocd', name: 'shop' },
      project: '',
      result: 'denied',
      reason: 'needs applications, sync',
      detail: {},
      requestId: 'r',
      remoteAddress: '',
    };
    async function* one() {
      yield await Promise.resolve(entry);
    }
    const [head, row] = (await textOf(toCsv(one()))).split('\r\n');
    expect(head).toMatch(/^at,actor,actorKind,action/);
    expect(row).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect(row).toContain('"needs applications, sync"');
  });
});
