import { shapeOf } from "../../service/model";

/** A value without the members that its shape lacks, at every depth: AWS ignores them, and a null is a member left out. */
export function known(name: string, value: unknown): unknown {
  const shape = shapeOf(name);
  if (shape.type === "list" && Array.isArray(value)) {
    const { member } = shape;
    return member ? value.map((one) => known(member.shape, one)) : value;
  }
  if (shape.type !== "structure" || typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const members = shape.members ?? {};
  const kept = Object.entries(value).flatMap(([key, one]) => {
    const member = Object.hasOwn(members, key) ? members[key] : undefined;
    return member && one !== null ? [[key, known(member.shape, one)] as const] : [];
  });
  return Object.fromEntries(kept);
}
