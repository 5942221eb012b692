import { z } from 'zod'
import { languages, sourceLanguage } from '#app/i18n/mode.ts'
import { paths } from '#app/paths.ts'
import { catalogueResponse } from './catalogue-api.server.ts'
import { checkRequest, checkResponse, problem } from './check-api.server.ts'

const schema = (of: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(of, { io, unrepresentable: 'any' })
  return rest
}
const json = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } })
const wrong = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** The OpenAPI description, generated from the schemas that parse and write the data. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: '安家青海 · Settle in Qinghai',
    version: '1.1.0',
    description:
      'What a household can get from the provincial plan 青政〔2024〕48号, and why. Results are for reference; the department in charge decides. ' +
      'Since 1.1.0 there is a fifth verdict, `already`, and a kind of condition, `held`; a question left out is as good as `unsure`, ' +
      '`jobloss`, `injury` and `wage-owed` included unless `anyone` says otherwise.',
  },
  paths: {
    [paths.apiCheck()]: {
      post: {
        summary: 'Checks a household against every service',
        requestBody: { required: true, content: json('CheckRequest') },
        responses: {
          200: { description: 'The result of every service, for the household or for each member', content: json('CheckResponse') },
          400: wrong('Not JSON'),
          413: wrong('More than 64 KiB'),
          415: wrong('Not application/json'),
          422: wrong('An unknown key, option, or date, or no members'),
          429: wrong('Too many requests'),
        },
      },
    },
    [paths.apiServices()]: {
      get: {
        summary: 'The catalogue of services',
        parameters: [{ name: 'lang', in: 'query', required: false, schema: { enum: languages, default: sourceLanguage } }],
        responses: { 200: { description: 'Every service', content: json('Catalogue') }, 422: wrong('An unknown language') },
      },
    },
    [paths.openApi()]: {
      get: {
        summary: 'This description',
        responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } } },
      },
    },
  },
  components: {
    schemas: {
      CheckRequest: schema(checkRequest, 'input'),
      CheckResponse: schema(checkResponse, 'output'),
      Catalogue: schema(catalogueResponse, 'output'),
      Problem: schema(problem, 'output'),
    },
  },
}
