import {
  type MeasuredValue,
  type MeasurementKind,
  measurementUnits,
} from '../review/evidence/measurements.ts';

/** A value in the unit of its kind. `total`: of how many. */
export function measuredValue(kind: MeasurementKind, value: number, total?: number): MeasuredValue {
  return { kind, value, unit: measurementUnits[kind], ...(total === undefined ? {} : { total }) };
}
