import { parse } from 'yaml';
import { isJsonObject, type JsonValue } from '../../resource/json';

/** `resource.customizations.actions.<group_Kind>`: a discovery script and one script for each action. */
export interface CustomActions {
  discovery: string;
  definitions: ReadonlyMap<string, string>;
  /** Built-in actions of the kind stay in the list beside these. */
  mergesBuiltIn: boolean;
}

/** Reads the YAML text of a customisation; undefined where it is no map. */
export function parseCustomActions(text: string): CustomActions | undefined {
  let value: JsonValue;
  try {
    value = parse(text) as JsonValue;
  } catch {
    return undefined;
  }
  if (!isJsonObject(value)) return undefined;
  const definitions = Array.isArray(value.definitions) ? value.definitions.filter(isJsonObject) : [];
  const discovery = value['discovery.lua'];
  return {
    discovery: typeof discovery === 'string' ? discovery : '',
    definitions: new Map(
      definitions.flatMap((each) => {
        const script = each['action.lua'];
        return typeof each.name === 'string' && typeof script === 'string'
          ? [[each.name, script] as const]
          : [];
      }),
    ),
    mergesBuiltIn: value.mergeBuiltinActions === true,
  };
}
