/**
 * What adapters of CRMs with an HTTP API are built from: calls that are authorized, in
 * time, and within the CRM's rate limits. Knows no vendor.
 */
@NullMarked
package io.frontlineservice.crm.http;

import org.jspecify.annotations.NullMarked;
