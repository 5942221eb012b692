/** A node by its number. */
export type Node = number

/**
 * Reduced ordered decision diagrams over variables 0, 1, 2 … of so many values each: equal nodes are one, and a node whose branches
 * all lead to one node is that node. So a diagram depends on exactly the variables that are in it.
 */
export function decisionDiagrams<Outcome extends string>(valuesOf: (variable: number) => number) {
  type Made = { readonly variable: number; readonly branches: readonly Node[]; readonly outcome?: Outcome }
  const numbers = new Map<string, Node>()
  const nodes: Made[] = []

  function numbered(key: string, made: Made): Node {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, nodes.length)
    return nodes.push(made) - 1
  }

  const at = (node: Node) => nodes[node] as Made
  const leaf = (outcome: Outcome): Node => numbered(outcome, { variable: Number.POSITIVE_INFINITY, branches: [], outcome })

  function node(variable: number, branches: readonly Node[]): Node {
    const [first] = branches as [Node]
    if (branches.every((one) => one === first)) return first
    return numbered(`${variable}:${branches.join()}`, { variable, branches })
  }

  /** What a diagram comes to where a variable, none of which stands above it, has a value. */
  const given = (of: Node, variable: number, value: number): Node => (at(of).variable === variable ? (at(of).branches[value] as Node) : of)

  /** A variable, and for each of its values what comes then: these may look at variables before it. */
  function choice(variable: number, cases: readonly Node[], known = new Map<string, Node>()): Node {
    if (cases.length === 1) return cases[0] as Node
    const key = cases.join()
    const found = known.get(key)
    if (found !== undefined) return found
    const first = Math.min(variable, ...cases.map((one) => at(one).variable))
    const branches = Array.from({ length: valuesOf(first) }, (_, value) => {
      const then = cases.map((one) => given(one, first, value))
      return first === variable ? (then[value] as Node) : choice(variable, then, known)
    })
    const made = node(first, branches)
    known.set(key, made)
    return made
  }

  /** The outcomes of several diagrams taken together. */
  function combine(of: readonly Node[], make: (outcomes: readonly Outcome[]) => Outcome, known = new Map<string, Node>()): Node {
    const key = of.join()
    const found = known.get(key)
    if (found !== undefined) return found
    const first = Math.min(...of.map((one) => at(one).variable))
    const made = Number.isFinite(first)
      ? node(
          first,
          Array.from({ length: valuesOf(first) }, (_, value) =>
            combine(
              of.map((one) => given(one, first, value)),
              make,
              known,
            ),
          ),
        )
      : leaf(make(of.map((one) => at(one).outcome as Outcome)))
    known.set(key, made)
    return made
  }

  /** The variables a diagram depends on. */
  function variablesIn(root: Node): number[] {
    const seen = new Set([root])
    for (const one of seen) for (const next of at(one).branches) seen.add(next)
    return [...new Set([...seen].map((one) => at(one).variable))].filter(Number.isFinite)
  }

  return { leaf, choice, combine, variablesIn }
}
