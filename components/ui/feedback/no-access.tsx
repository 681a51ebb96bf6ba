'use client';

import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StateBox } from './state-box';

interface NoAccessProps {
  readonly title: ReactNode;
  /** The permission as the policy writes it: "applications, get, shop/*". */
  readonly permission: string;
  /** Who can grant it, as a sentence. */
  readonly grantedBy?: ReactNode;
  readonly action?: ReactNode;
}

export function NoAccess({ title, permission, grantedBy, action }: NoAccessProps) {
  const t = useTranslations('common');
  return (
    <StateBox icon={<Lock aria-hidden size={16} className="text-fg-3" />} title={title} actions={action}>
      {t.rich('needsPermission', {
        permission,
        code: (chunks) => <code className="text-code">{chunks}</code>,
      })}{' '}
      {grantedBy}
    </StateBox>
  );
}
