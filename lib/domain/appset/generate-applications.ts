import { APPLICATION_API_VERSION, type Application } from '../application/application';
import { isJsonObject, type JsonObject, type JsonValue } from '../resource/json';
import type {
  ApplicationSet,
  ApplicationTemplate,
  Generator,
  Parameters,
  PartialTemplate,
} from './application-set';
import { generateList } from './generate-list';
import { renderFastTemplateIn } from './render-fast-template';

export const RESOURCES_FINALIZER = 'resources-finalizer.argocd.argoproj.io';
/** Generators that can be told apart; those beyond `list` are refused with this list named. */
const SUPPORTED = ['list'];

export type GenerationResult = { ok: true; applications: Application[] } | { ok: false; message: string };

/**
 * The Applications that an ApplicationSet declares, in the order of its generators. Any error fails the whole
 * set, so that a broken generator never deletes an Application (Argo CD's rule).
 */
export function generateApplications(set: ApplicationSet): GenerationResult {
  if (set.spec.goTemplate) {
    return {
      ok: false,
      message:
        'spec.goTemplate: Go templates are not supported; use {{key}} parameters with goTemplate: false.',
    };
  }
  if (set.spec.templatePatch)
    return { ok: false, message: 'spec.templatePatch is not supported; put the fields into spec.template.' };
  const applications: Application[] = [];
  for (const [index, generator] of set.spec.generators.entries()) {
    const generated = generateFrom(generator, index);
    if (!generated.ok) return generated;
    const template = mergeTemplates(set.spec.template, generator.list?.template);
    for (const parameters of generated.parameters)
      applications.push(renderApplication(set, template, parameters));
  }
  return { ok: true, applications };
}

function generateFrom(generator: Generator, index: number): ReturnType<typeof generateList> {
  if (generator.list) return generateList(generator.list);
  const found = Object.keys(generator).filter((key) => key !== 'selector' && generator[key] !== undefined);
  if (found.length === 0) return { ok: true, parameters: [] };
  return {
    ok: false,
    message: `spec.generators[${index}]: the ${found.join(', ')} generator is not supported; supported: ${SUPPORTED.join(', ')}.`,
  };
}

function renderApplication(
  set: ApplicationSet,
  template: ApplicationTemplate,
  parameters: Parameters,
): Application {
  // Argo CD renders nothing for an empty parameter set: tags stay as they are.
  const rendered = Object.keys(parameters).length > 0 ? renderFastTemplateIn(template, parameters) : template;
  const { name = '', labels, annotations } = rendered.metadata;
  const finalizers = finalizersOf(set, rendered);
  return {
    apiVersion: APPLICATION_API_VERSION,
    kind: 'Application',
    metadata: {
      name,
      namespace: set.metadata.namespace,
      ...(labels ? { labels } : {}),
      ...(annotations ? { annotations } : {}),
      ...(finalizers.length > 0 ? { finalizers } : {}),
    },
    spec: structuredClone(rendered.spec),
  };
}

function finalizersOf(set: ApplicationSet, { metadata }: ApplicationTemplate): string[] {
  if (metadata.finalizers && metadata.finalizers.length > 0) return metadata.finalizers;
  return set.spec.syncPolicy?.preserveResourcesOnDeletion ? [] : [RESOURCES_FINALIZER];
}

/** A generator's own template overrides the set's: mappings merge, lists are replaced, empty values do not count. */
function mergeTemplates(
  base: ApplicationTemplate,
  override: PartialTemplate | undefined,
): ApplicationTemplate {
  if (!override) return base;
  return merge(
    base as unknown as JsonObject,
    override as unknown as JsonObject,
  ) as unknown as ApplicationTemplate;
}

function merge(base: JsonObject, override: JsonObject): JsonObject {
  const result: JsonObject = { ...base };
  for (const [key, value] of Object.entries(override)) {
    if (isEmpty(value)) continue;
    const old = result[key];
    result[key] = isJsonObject(old) && isJsonObject(value) ? merge(old, value) : value;
  }
  return result;
}

function isEmpty(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
  return Array.isArray(value) ? value.length === 0 : isJsonObject(value) && Object.keys(value).length === 0;
}
