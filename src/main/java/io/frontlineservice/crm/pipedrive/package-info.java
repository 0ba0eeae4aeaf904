/**
 * The adapter of Pipedrive: the persons of an account, read live by version 2 of its API.
 */
@NullMarked
package io.frontlineservice.crm.pipedrive;

import org.jspecify.annotations.NullMarked;
