'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { parse, stringify } from 'yaml';
import { Button } from '@/components/ui/button/button';
import { Field } from '@/components/ui/form/field';
import { TextArea } from '@/components/ui/form/input';
import { useUpdateSpec } from '@/lib/client/mutations/application-mutations';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ArgoApplicationSpec } from '@/lib/contracts/application/argo-application';

interface SpecEditorProps {
  readonly application: ApplicationRef;
  readonly spec: ArgoApplicationSpec;
  readonly onSaved: () => void;
}

/** The spec as YAML. The server checks it and says which field is wrong. */
export function SpecEditor({ application, spec, onSaved }: SpecEditorProps) {
  const t = useTranslations('application.details');
  const [text, setText] = useState(() => stringify(spec));
  const [error, setError] = useState<string | undefined>();
  const update = useUpdateSpec(application);
  const save = () => {
    try {
      const parsed = parse(text) as ArgoApplicationSpec;
      update.mutate(parsed, { onSuccess: onSaved, onError: (problem) => setError(problem.message) });
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : String(problem));
    }
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field label={t('spec')} hint={t('specHint')} error={error}>
        {(ids) => (
          <TextArea
            {...ids}
            rows={14}
            spellCheck={false}
            className="font-mono text-code"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={update.isPending} className="self-start">
        {t('save')}
      </Button>
    </form>
  );
}
