import type { JsonObject, JsonValue } from '@/lib/domain/resource/json';
import type { KindDefinition, PrinterColumn } from '../../registry/kind-definition';
import type { StoredObject } from '../../store/stored-object';
import { column, type Cell, type Column } from './column';
import { ageOf } from './human-duration';
import { jsonPathValues } from './json-path';
import { OTHER_COLUMNS } from './other-columns';
import { AGE, NAME, WORKLOAD_COLUMNS } from './workload-columns';

/** `Table` of meta.k8s.io/v1, which `kubectl get` prints. */
export function renderTable(
  kind: KindDefinition,
  objects: readonly StoredObject[],
  metadata: object,
  { includeObject, now }: { includeObject: string; now: Date },
): JsonObject {
  const columns = columnsOf(kind);
  const rows = objects.map((object) => ({
    cells: columns.map((each) => each.value(object as unknown as JsonObject, now)),
    ...(includeObject === 'None'
      ? {}
      : { object: includeObject === 'Object' ? object : partialMetadata(object) }),
  }));
  const columnDefinitions = columns.map(({ name, type, wide }) => ({
    name,
    type,
    format: name === 'Name' ? 'name' : '',
    description: name,
    priority: wide ? 1 : 0,
  }));
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: { ...metadata },
    columnDefinitions,
    rows: rows as unknown as JsonValue,
  };
}

export function partialMetadata(object: StoredObject): JsonObject {
  const metadata = object.metadata as unknown as JsonObject;
  return { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata };
}

function columnsOf(kind: KindDefinition): Column[] {
  if (kind.custom) return customColumns(kind.custom.columns);
  const name = `${kind.group}/${kind.kind}`;
  return WORKLOAD_COLUMNS[name] ?? OTHER_COLUMNS[name] ?? [NAME, AGE];
}

function customColumns(columns: readonly PrinterColumn[]): Column[] {
  if (columns.length === 0) return [NAME, AGE];
  return [
    NAME,
    ...columns.map((each) =>
      column(each.name, (object, now) => cellOf(object, each, now), {
        wide: (each.priority ?? 0) > 0,
        type: columnType(each.type),
      }),
    ),
  ];
}

function columnType(type: string): Column['type'] {
  return type === 'integer' || type === 'number' || type === 'boolean' || type === 'date' ? type : 'string';
}

function cellOf(object: JsonObject, { jsonPath, type }: PrinterColumn, now: Date): Cell {
  const [value] = jsonPathValues(object, jsonPath);
  if (value === undefined || value === null) return type === 'date' ? '<unknown>' : null;
  if (type === 'date') return ageOf(value, now);
  if (typeof value === 'object') return JSON.stringify(value);
  if (type === 'string') return String(value);
  return value;
}
