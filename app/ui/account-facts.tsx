import type { ReactNode } from 'react'
import type { Staff } from '#app/domain/staff.ts'
import { placeName } from '#app/i18n/stored-names.ts'
import { InModes, Say, Typed } from './bilingual-text.tsx'
import { Roles } from './roles.tsx'

/** Name and sign-in name; `children`: further rows. */
export function Names({ name, login, children }: { name: string; login: string; children?: ReactNode }): JSX.Element {
  return (
    <dl className="table-of-facts">
      <dt>
        <Say k="account:name" />
      </dt>
      <dd>
        <Typed>{name}</Typed>
      </dd>
      <dt>
        <Say k="account:login" />
      </dt>
      <dd>
        <Typed>{login}</Typed>
      </dd>
      {children}
    </dl>
  )
}

/** Role, hall and place, as rows of a description list. */
export function Post({ roles, hall }: Pick<Staff, 'roles' | 'hall'>): JSX.Element {
  return (
    <>
      <dt>
        <Say k="account:role" />
      </dt>
      <dd>
        <Roles roles={roles} />
      </dd>
      {hall && (
        <>
          <dt>
            <Say k="account:hall" />
          </dt>
          <dd>
            <InModes>{(language) => hall.name[language]}</InModes>
          </dd>
          <dt>
            <Say k="account:place" />
          </dt>
          <dd>
            <Say {...placeName(hall.place)} />
          </dd>
        </>
      )}
    </>
  )
}
