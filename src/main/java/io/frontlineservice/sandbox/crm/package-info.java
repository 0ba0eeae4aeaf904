/**
 * Pretend CRMs over real HTTP: the server, its faults, and one package for each vendor.
 * The sandbox and the tests of CRM adapters run against them. They know no adapter.
 */
@NullMarked
package io.frontlineservice.sandbox.crm;

import org.jspecify.annotations.NullMarked;
