/** A request whose form was read when it came in: handlers get it as it is, and nothing is parsed again. */
export class FormRequest extends Request {
  readonly #fields: FormData

  constructor(url: string, init: RequestInit, fields: FormData) {
    super(url, init)
    this.#fields = fields
  }

  override async formData(): Promise<FormData> {
    return this.#fields
  }
}
