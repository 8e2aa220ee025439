/**
 * Answers a link from another site: the browser held the session back. The page loads itself again, and that is then a
 * navigation of our own; the other site learns nothing and can frame nothing.
 */
export const arrivalPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="0">
<title>Speedtax</title>
<p>Opening Speedtax…</p>
</html>
`;
