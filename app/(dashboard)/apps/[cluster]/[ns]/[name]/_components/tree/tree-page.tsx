'use client';

import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import { ApplicationFrame } from '../frame/application-frame';
import { TreeBody } from './tree-body';

export function TreePage({ application }: { readonly application: ApplicationRef }) {
  return (
    <ApplicationFrame application={application} tab="tree">
      {(detail) => <TreeBody application={application} detail={detail} />}
    </ApplicationFrame>
  );
}
