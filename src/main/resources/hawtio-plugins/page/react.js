// React as the console shares it, for the modules of this page.
export let React
export let h

/** Called once, before anything is drawn. */
export const share = react => {
  React = react
  h = react.createElement
}
