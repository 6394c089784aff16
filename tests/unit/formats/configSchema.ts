import { groupNames, type Setting, type SettingGroup, type SettingGroups } from '../../../src/config/setting';
import { backendChoices, type FamilyId, families } from '../../../src/families';

/** The JSON Schema of configs as the declarations of their settings have it, without descriptions. */

function ofSetting(setting: Setting) {
  switch (setting.kind) {
    case 'number':
      return { type: setting.whole ? 'integer' : 'number', minimum: setting.min, maximum: setting.max };
    case 'flag':
      return { type: 'boolean' };
    case 'choice':
      return { enum: [...setting.options] };
    case 'subset':
      return { type: 'array', items: { enum: [...setting.options] }, minItems: 1, uniqueItems: true };
    case 'widths':
      return {
        type: 'array',
        items: { type: 'integer', minimum: 1, maximum: setting.maxWidth },
        ...(setting.minLayers !== undefined && { minItems: setting.minLayers }),
        maxItems: setting.maxLayers,
      };
    case 'text':
      return { type: 'string', maxLength: setting.maxLength };
    case 'columns':
      return { type: 'object', additionalProperties: { enum: [...setting.options] } };
  }
}

function ofGroup(group: SettingGroup) {
  const properties = Object.entries(group).map(([name, setting]) => [
    name,
    { ...ofSetting(setting), default: setting.default },
  ]);
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
}

export function configSchemaOf(family: FamilyId) {
  const settings: SettingGroups = families[family].settings;
  return {
    type: 'object',
    additionalProperties: false,
    required: ['version', 'family'],
    properties: {
      version: { const: 1 },
      family: { const: family },
      seed: { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1, default: 1 },
      backend: { enum: [...backendChoices], default: 'auto' },
      ...Object.fromEntries(groupNames.map((name) => [name, ofGroup(settings[name])])),
    },
  };
}
