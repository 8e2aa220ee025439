import rowsClasses from '../../parts/rows.module.css';
import { TrackerLink } from '../../parts/tracker-link.tsx';
import type { Evidence } from './prepare-evidence.ts';

export function ProjectRows({ projects }: { projects: Evidence['projects'] }) {
  return (
    <div className={rowsClasses.scroll}>
      <table className={rowsClasses.rows}>
        <thead>
          <tr>
            <th>Project</th>
            <th>Status</th>
            <th>Lead</th>
            <th data-numeric>Target</th>
            <th aria-label="In the tracker" />
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <tr key={project.id}>
              <th scope="row" className={rowsClasses.grow} title={project.name}>
                {project.name}
              </th>
              <td className={rowsClasses.second}>{project.status}</td>
              <td className={rowsClasses.second}>{project.lead}</td>
              <td data-numeric className={rowsClasses.second}>
                {project.target}
              </td>
              <td>
                <TrackerLink url={project.url} subject={project.name} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
