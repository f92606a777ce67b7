import type { ZodType, z } from 'zod';

type Inner = { _zod: { def: Record<string, unknown> } };

/**
 * The paths in a value that a schema takes no notice of, though it takes the value: a misspelt filter, a field of another version.
 * The choice of a union is the one that the value fits.
 */
export function findUnknownFields(schema: ZodType, value: unknown, path: PropertyKey[] = []): string[] {
  const { def } = (schema as unknown as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object': {
      if (!isObject(value)) return [];
      const { shape, catchall } = def;
      return Object.entries(value).flatMap(([key, item]) => {
        const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
        if (field) return findUnknownFields(field as ZodType, item, [...path, key]);
        return catchall ? [] : [[...path, key].join('.')];
      });
    }
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item, index) => findUnknownFields(def.element as ZodType, item, [...path, index]))
        : [];
    case 'record':
      return isObject(value)
        ? Object.entries(value).flatMap(([key, item]) =>
            findUnknownFields(def.valueType as ZodType, item, [...path, key]),
          )
        : [];
    case 'union': {
      const fitting = (def.options as ZodType[]).find((option) => option.safeParse(value).success);
      return fitting ? findUnknownFields(fitting, value, path) : [];
    }
    case 'pipe':
      return findUnknownFields(def.in as ZodType, value, path);
    default: {
      // Optional, nullable, with a default: what is inside counts.
      const { innerType } = (schema as unknown as Inner)._zod.def;
      return innerType ? findUnknownFields(innerType as ZodType, value, path) : [];
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
