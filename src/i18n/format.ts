/**
 * Puts values into the `{name}` places of a message: `{count:row|rows}` is the value with the word that goes with one,
 * or with any other number. A place without a value stays as it is.
 */
export function formatMessage(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (place, name: string, one?: string, more?: string) => {
    if (!Object.hasOwn(values, name)) return place;
    const value = String(values[name]);
    return one === undefined ? value : `${value} ${value === '1' ? one : more}`;
  });
}
