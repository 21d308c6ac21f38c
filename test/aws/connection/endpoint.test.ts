import assert from "node:assert/strict";
import { endpointFor } from "../../../provider/aws/connection/endpoint";

/** A region of each partition, and its suffixes, as AWS's partitions file has them. */
const partitions = [
  ["us-east-1", "amazonaws.com", "api.aws"],
  ["eu-central-1", "amazonaws.com", "api.aws"],
  ["us-gov-west-1", "amazonaws.com", "api.aws"],
  ["cn-north-1", "amazonaws.com.cn", "api.amazonwebservices.com.cn"],
  ["eusc-de-east-1", "amazonaws.eu", "api.amazonwebservices.eu"],
  ["us-iso-east-1", "c2s.ic.gov", "api.aws.ic.gov"],
  ["us-isob-east-1", "sc2s.sgov.gov", "api.aws.scloud"],
  ["eu-isoe-west-1", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"],
  ["us-isof-south-1", "csp.hci.ic.gov", "api.aws.hci.ic.gov"],
  // In no list, but of a known form; and of none, which is taken for the partition aws.
  ["ap-southeast-99", "amazonaws.com", "api.aws"],
  ["nowhere", "amazonaws.com", "api.aws"],
] as const;

describe("the endpoint rule set", () => {
  for (const [Region, plain, dual] of partitions) {
    it(Region, () => {
      const host = (UseFIPS: boolean, UseDualStack: boolean) => endpointFor({ Region, UseFIPS, UseDualStack }).url.href;
      assert.equal(host(false, false), `https://cleanrooms-ml.${Region}.${plain}/`);
      assert.equal(host(true, false), `https://cleanrooms-ml-fips.${Region}.${plain}/`);
      assert.equal(host(false, true), `https://cleanrooms-ml.${Region}.${dual}/`);
      assert.equal(host(true, true), `https://cleanrooms-ml-fips.${Region}.${dual}/`);
    });
  }

  it("takes a custom endpoint as it is, with or without a region", () => {
    for (const Region of ["us-east-1", "cn-north-1", undefined]) {
      assert.equal(endpointFor({ Region, Endpoint: "http://127.0.0.1:4566/base" }).url.href, "http://127.0.0.1:4566/base");
    }
  });

  it("refuses a custom endpoint with FIPS or dual-stack", () => {
    const Endpoint = "https://example.com";
    assert.throws(() => endpointFor({ Endpoint, UseFIPS: true }), /FIPS and custom endpoint are not supported/);
    assert.throws(() => endpointFor({ Endpoint, UseFIPS: true, UseDualStack: true }), /FIPS and custom endpoint/);
    assert.throws(() => endpointFor({ Endpoint, UseDualStack: true }), /Dualstack and custom endpoint are not supported/);
  });

  it("refuses to go without a region, and what is no URL", () => {
    for (const Region of [undefined, ""]) assert.throws(() => endpointFor({ Region }), /Missing Region/);
    for (const Endpoint of ["", "localhost:4566", "ftp://x", "http://"]) {
      assert.throws(() => endpointFor({ Region: "us-east-1", Endpoint }), /no http or https URL/);
    }
  });
});
