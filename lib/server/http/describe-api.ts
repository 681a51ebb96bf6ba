import { z } from 'zod';
import { problemSchema } from '@/lib/contracts/problem';
import { formatPermission } from '../auth/permission';
import type { RouteHandler } from './define-route';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];
/** Path with `{parameters}` → its handlers. */
export type RouteTable = Record<string, Partial<Record<Method, RouteHandler>>>;

type Json = Record<string, unknown>;

/** OpenAPI 3.1 from the schemas that parse the requests: it cannot say anything else than what holds. */
export function describeApi(table: RouteTable, version: string): Json {
  const paths = Object.entries(table).map(([path, handlers]) => {
    const operations = METHODS.flatMap((method) => {
      const handler = handlers[method];
      return handler ? [[method.toLowerCase(), describeRoute(handler)] as const] : [];
    });
    return [path, Object.fromEntries(operations)] as const;
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Promontory', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths: Object.fromEntries(paths),
    components: { schemas: { Problem: toSchema(problemSchema, 'output') } },
  };
}

function describeRoute({ spec }: RouteHandler): Json {
  const { summary, permission, params, query, body, rawBody, response } = spec;
  return {
    summary,
    'x-permission': permission === 'public' ? permission : formatPermission(permission),
    parameters: [...parameters(params, 'path'), ...parameters(query, 'query')],
    ...(body ? { requestBody: { required: true, content: json(toSchema(body, 'input')) } } : {}),
    ...(rawBody ? { requestBody: { required: true, content: json({}) } } : {}),
    responses: {
      200: { description: 'OK', content: answerContent(response) },
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function answerContent(response: z.ZodType | string | undefined): Json {
  if (typeof response === 'string') return { [response]: { schema: {} } };
  return json(response ? toSchema(response, 'output') : {});
}

const json = (schema: Json): Json => ({ 'application/json': { schema } });

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = toSchema(schema, 'input') as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function toSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const described = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  delete described.$schema;
  return described;
}
