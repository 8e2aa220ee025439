/** A graph as columns: the targets of node `n` are `target[offset[n]]` to `target[offset[n + 1] − 1]`. */
export interface Graph {
  readonly offset: Int32Array;
  readonly target: Int32Array;
}

/** The strongly connected components (Tarjan, without recursion): each after all those that can be reached from it. */
export function listStrongComponents({ offset, target }: Graph): number[][] {
  const count = offset.length - 1;
  const order = new Int32Array(count);
  const low = new Int32Array(count);
  const next = offset.slice(0, count);
  const isOnStack = new Uint8Array(count);
  const stack: number[] = [];
  const path: number[] = [];
  const components: number[][] = [];
  let visited = 0;

  const enter = (node: number): void => {
    order[node] = low[node] = ++visited;
    isOnStack[node] = 1;
    stack.push(node);
    path.push(node);
  };

  for (let root = 0; root < count; root++) {
    if (order[root] !== 0) continue;
    enter(root);
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      if (next[node]! < offset[node + 1]!) {
        const reached = target[next[node]!++]!;
        if (order[reached] === 0) enter(reached);
        else if (isOnStack[reached] === 1) low[node] = Math.min(low[node]!, order[reached]!);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
      if (low[node] !== order[node]) continue;
      const component: number[] = [];
      for (let member = -1; member !== node; ) {
        member = stack.pop()!;
        isOnStack[member] = 0;
        component.push(member);
      }
      components.push(component);
    }
  }
  return components;
}
