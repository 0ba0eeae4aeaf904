/**
 * What this service does for a conversation: it names it, identifies its customers, adds
 * a worker, and lets the worker see the customers. The sub-packages build on each other:
 * {@code gateway}, then {@code people}, then {@code routing}, then this package.
 */
@NullMarked
package io.frontlineservice.conversation;

import org.jspecify.annotations.NullMarked;
