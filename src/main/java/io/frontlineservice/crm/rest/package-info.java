/**
 * The adapter of any HTTP API with JSON. Its requests, paging, fields and errors are
 * settings; without requests, the API is the one of this project.
 */
@NullMarked
package io.frontlineservice.crm.rest;

import org.jspecify.annotations.NullMarked;
