import assert from "node:assert/strict";
import { refusal } from "../../../provider/core/errors/refusal";
import { ServiceError, type ServiceErrorKind } from "../../../provider/core/errors/service-error";

const refused = (kind: ServiceErrorKind, message: string, code: string) =>
  refusal(new ServiceError("GetTrainedModel", kind, message, { code }));

describe("what a person reads of a failed call", () => {
  it("names the code once", () => {
    const { message } = refused("unreachable", "Clean Rooms ML cannot be reached (ECONNREFUSED)", "ECONNREFUSED");
    assert.equal(message, "GetTrainedModel failed: Clean Rooms ML cannot be reached (ECONNREFUSED)");
    assert.match(refused("denied", "no", "AccessDeniedException").message, /failed: no \(AccessDeniedException\)$/);
  });

  it("does not send to a new log-in who has credentials of an account that is kept out", () => {
    const { advice } = refused("credentials", "the credentials are of the account 1", "WrongAccountError");
    assert.match(advice.join(), /credentials of an account that is allowed/);
    assert.doesNotMatch(advice.join(), /log in again/);
    assert.match(refused("credentials", "expired", "ExpiredTokenException").advice.join(), /log in again/);
  });
});
